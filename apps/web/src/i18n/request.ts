import { requestConfig } from "@besunny/web-kit/server/request-config";
import fields from "../../messages/en/fields.json";
import home from "../../messages/en/home.json";
import palette from "../../messages/en/palette.json";
import review from "../../messages/en/review.json";
import messages from "../../messages/en.json";

/** English is the first language of the interface; another one is another file beside it. */
export default requestConfig({ ...messages, ...fields, ...home, ...palette, ...review });
