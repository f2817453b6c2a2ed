import { requestConfig } from "@besunny/web-kit/server/request-config";
import home from "../../messages/en/home.json";
import palette from "../../messages/en/palette.json";
import review from "../../messages/en/review.json";
import shown from "../../messages/en/shown.json";
import messages from "../../messages/en.json";

/** English is the first language of the interface; another one is another file beside it. */
export default requestConfig({ ...messages, ...home, ...palette, ...review, ...shown });
