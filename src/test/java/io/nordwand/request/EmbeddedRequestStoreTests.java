package io.nordwand.request;

import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;

class EmbeddedRequestStoreTests extends RequestStoreContract {

    @Override
    Database database() {
        return TestDatabase.h2();
    }
}
