import htmx from "htmx.org";
import "htmx.org/dist/ext/hx-sse.js";

export default htmx;
