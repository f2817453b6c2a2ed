/** What the admin app itself asks of its surroundings; everything else is in the runtime's own schema. */
export const env = {
  isDevelopment: process.env.NODE_ENV === "development",
  isHttps: process.env.ADMIN_URL?.startsWith("https:") ?? false,
  host: process.env.ADMIN_BIND_HOST || "127.0.0.1",
  port: Number(process.env.PORT || process.env.ADMIN_PORT || 3001),
};
