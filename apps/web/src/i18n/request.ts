import { requestConfig } from "@besunny/web-kit/server/request-config";
import home from "../../messages/en/home.json";
import notices from "../../messages/en/notices.json";
import offline from "../../messages/en/offline.json";
import onboarding from "../../messages/en/onboarding.json";
import palette from "../../messages/en/palette.json";
import review from "../../messages/en/review.json";
import visits from "../../messages/en/visits.json";
import messages from "../../messages/en.json";

/** English is the first language of the interface; another one is another file beside it. */
export default requestConfig({
  ...messages,
  ...home,
  ...notices,
  ...offline,
  ...onboarding,
  ...palette,
  ...review,
  ...visits,
});
