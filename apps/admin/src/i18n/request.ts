import { requestConfig } from "@besunny/web-kit/server/request-config";

import messages from "../../messages/en.json";

/** English is the first language of the interface; another one is another file beside it. */
export default requestConfig(messages);
