import type shared from "@besunny/web-kit/messages/en.json";
import type home from "../messages/en/home.json";
import type notices from "../messages/en/notices.json";
import type offline from "../messages/en/offline.json";
import type onboarding from "../messages/en/onboarding.json";
import type palette from "../messages/en/palette.json";
import type review from "../messages/en/review.json";
import type visits from "../messages/en/visits.json";
import type messages from "../messages/en.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: "en" | `en-${string}`;
    Messages: typeof shared &
      typeof messages &
      typeof home &
      typeof notices &
      typeof offline &
      typeof onboarding &
      typeof palette &
      typeof review &
      typeof visits;
  }
}
