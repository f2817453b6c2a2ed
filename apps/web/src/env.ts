import { readAppEnv } from "@besunny/web-kit/server/read-app-env";

/** The variables that the web app itself reads; all others are in the runtime's schema. */
export const env = readAppEnv(process.env, {
  url: "WEB_URL",
  host: "BIND_HOST",
  port: "WEB_PORT",
  usualPort: 3000,
});
