// The script of all pages. Everything here makes better what also works without it: pages are whole from the server.
import * as dialogs from "./dialogs.js";
import * as dismissals from "./dismissals.js";
import * as failures from "./failures.js";
import htmx from "./htmx.js";
import * as keys from "./keys.js";
import * as live from "./live.js";
import * as once from "./once.js";
import * as order from "./order.js";
import * as session from "./session.js";
import * as theme from "./theme.js";
import * as times from "./times.js";

theme.start();
times.start();
keys.start();
once.start();
order.start();
failures.start();
dialogs.start();
dismissals.start();
// After the dialogs: on return from the sign-in page it opens one again.
session.start(htmx);
live.start(htmx);
