import { createProxy } from "@besunny/web-kit/server/create-proxy";

import { env } from "./env";

export const proxy = createProxy({
  app: "web",
  publicPaths: [
    "/sign-in",
    "/sign-up",
    "/confirm/",
    "/invitation/",
    "/link/",
    "/forgot-password",
    "/reset-password/",
    "/unsubscribe/",
  ],
  isHttps: env.isHttps,
  isDevelopment: env.isDevelopment,
});

// The API answers for itself, and a proxy before /api/upload would cut bodies at 10 MB.
export const config = {
  matcher: [
    "/((?!api$|api/|_next/static|_next/image|pdf/|healthz|readyz|favicon.ico|icon.svg|service-worker.js).*)",
  ],
};
