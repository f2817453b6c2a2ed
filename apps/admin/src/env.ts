/** What the admin app itself asks of its surroundings; everything else is in the runtime's own schema. */
export const env = {
  isDevelopment: process.env.NODE_ENV === "development",
  isHttps: process.env.ADMIN_URL?.startsWith("https:") ?? false,
};
