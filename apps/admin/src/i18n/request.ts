import { getRequestConfig } from "next-intl/server";

import messages from "../../messages/en.json";

/** English is the first language of the interface; another one is another file beside it. */
export default getRequestConfig(async () => ({ locale: "en", messages, timeZone: "UTC" }));
