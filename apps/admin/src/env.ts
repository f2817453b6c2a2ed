import { readAppEnv } from "@besunny/web-kit/server/read-app-env";

/** The variables that the admin app itself reads; all others are in the runtime's schema. */
export const env = readAppEnv(process.env, {
  url: "ADMIN_URL",
  host: "ADMIN_BIND_HOST",
  port: "ADMIN_PORT",
  usualPort: 3001,
});
