import type shared from "@besunny/web-kit/messages/en.json";

import type messages from "../messages/en.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: "en" | `en-${string}`;
    Messages: typeof shared & typeof messages;
  }
}
