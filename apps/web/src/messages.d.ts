import type shared from "@besunny/web-kit/messages/en.json";
import type home from "../messages/en/home.json";
import type palette from "../messages/en/palette.json";
import type review from "../messages/en/review.json";
import type shown from "../messages/en/shown.json";
import type messages from "../messages/en.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: "en" | `en-${string}`;
    Messages: typeof shared &
      typeof messages &
      typeof home &
      typeof palette &
      typeof review &
      typeof shown;
  }
}
