package io.nordwand.eiger;

/** Answers of Eiger as the contract has them, and ids. */
final class EigerFixtures {

    static final String DEVICE = "0d5dc5f4-2c1e-4f7e-9f38-6c9c2f2b1a01";
    static final String DEVICE_2 = "0d5dc5f4-2c1e-4f7e-9f38-6c9c2f2b1a02";
    static final String BUILD = "6b1f7c1a-5a50-4a3e-8a3f-0d2e9a7c5b11";
    static final String JOB = "c3b0a8d2-7f64-4b8e-a1b5-2d6e8f9a0c21";
    static final String ENTRY = "9e8d7c6b-5a49-4838-a726-150403020131";
    static final String PART = "1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c41";
    static final String USER = "2b3c4d5e-6f7a-4b8c-9d0e-1f2a3b4c5d51";
    static final String NIL = "00000000-0000-0000-0000-000000000000";

    static final String BUILD_JSON = build(BUILD, "Bracket", "2026-02-01T08:00:00Z");
    static final String VERSION_JSON = """
            {"id":"%s","part_id":"%s","title":"Bracket","description":null,"version_number":1,"sliced":true,
             "settings":{"scale":1,"euler":{"x":0,"y":0,"z":90},"units":"mm"}}""".formatted(PART, PART);
    static final String FULL_BUILD_JSON = BUILD_JSON.replaceFirst("}$", """
            ,"part_versions":[%s],"poses":[{"id":"%s","x":10,"y":20,"theta":90}]}""".formatted(VERSION_JSON, PART));
    static final String JOB_JSON = """
            {"id":"%s","state":"Printing","queued_at":null,"created_at":"2026-02-12T10:00:00Z",
             "started_at":"2026-02-12T10:00:00Z","updated_at":"2026-02-12T14:30:00Z","ended_at":null}""".formatted(JOB);
    static final String FULL_JOB_JSON = JOB_JSON.replaceFirst("}$", """
            ,"build":%s,"device":null,"source":"Eiger"}""".formatted(BUILD_JSON));
    static final String ACTIVE_JOB_JSON = JOB_JSON.replaceFirst("}$", """
            ,"build":%s,"printing_state":"Printing","current_layer":5,"layer_count":8,"progress":55,
             "estimated_seconds_remaining":1560}""".formatted(BUILD_JSON));
    static final String DEVICE_JSON = device(DEVICE, "Left");
    static final String ENTRY_JSON = """
            {"id":"%s","state":"Queued","queued_at":"2026-02-12T09:00:00Z","updated_at":null,"build":%s,
             "requester":{"id":"%s","name":"Lena Brunner","email":"lena@example.com"}}""".formatted(ENTRY, BUILD_JSON, USER);
    static final String QUEUE_JSON = """
            {"device":%s,"queue":[%s]}""".formatted(DEVICE_JSON, ENTRY_JSON);
    static final String PRINTED_PART_JSON =
            """
            {"id":"%s","state":"Printed","notes":null,"printed_at":"2026-02-11T09:00:00Z","updated_at":null,
             "print_job":%s}""".formatted(PART, JOB_JSON.replaceFirst("}$", ",\"build\":" + BUILD_JSON + "}"));
    static final String ERROR_JSON = "{\"message\":\"No such luck\"}";

    private EigerFixtures() {}

    static String build(String id, String title, String createdAt) {
        return """
            {"id":"%s","title":"%s","created_at":"%s","updated_at":null,"part_count":4,"device_series":"FX20",
             "primary_material":"Onyx","secondary_material":"Carbon Fiber","ccs_primary_required":120.5,
             "ccs_secondary_required":null,"ccs_tertiary_required":null,"ccs_fiber_required":14.2,
             "estimated_print_seconds":3426.06,"sliced":true,"blacksmith_enabled":false,"approved":null}""".formatted(id, title, createdAt);
    }

    static String device(String id, String name) {
        return """
            {"id":"%s","name":"%s","device_type":"X7","device_series":"Industrial Series",
             "created_at":"2024-01-01T00:00:00Z","updated_at":"2024-01-01T00:00:00Z",
             "queue_estimated_time_seconds":323757.1,"queue_length":12,"loaded_primary_material":"Onyx",
             "loaded_secondary_material":"None","ccs_primary_remaining":794.06,"ccs_secondary_remaining":null,
             "state":"Printing","active_job":%s,
             "maintenance_status":[{"consumable_title":"Plastic Nozzle","status":"Up to Date","usage_remaining":99}]}""".formatted(id, name, ACTIVE_JOB_JSON);
    }

    static String page(boolean more, String... items) {
        return "{\"has_more_items\":%s,\"items\":[%s]}".formatted(more, String.join(",", items));
    }
}
