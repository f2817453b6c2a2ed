import { requestConfig } from "@besunny/web-kit/server/request-config";

import messages from "../../messages/en.json";

/** The admin app is in English alone. */
export default requestConfig({ en: messages }, async () => "en");
