/** What the web app itself asks of its surroundings; everything else is in the runtime's own schema. */
export const env = {
  isDevelopment: process.env.NODE_ENV === "development",
  isHttps: process.env.WEB_URL?.startsWith("https:") ?? false,
  host: process.env.BIND_HOST || "127.0.0.1",
  port: Number(process.env.PORT || process.env.WEB_PORT || 3000),
};
