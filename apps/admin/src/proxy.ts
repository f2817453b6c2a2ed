import { createProxy } from "@besunny/web-kit/server/create-proxy";

import { env } from "./env";

export const proxy = createProxy({
  app: "admin",
  publicPaths: ["/sign-in", "/forgot-password", "/link/"],
  isHttps: env.isHttps,
  isDevelopment: env.isDevelopment,
});

// The API answers for itself.
export const config = {
  matcher: ["/((?!api$|api/|_next/static|_next/image|healthz|readyz|favicon.ico|icon.svg).*)"],
};
