type Names = {
  /** The variable with the address by which browsers reach the app. */
  url: string;
  /** The variable with the address to listen on. */
  host: string;
  /** The variable with the port, unless `PORT` is set. */
  port: string;
  usualPort: number;
};

type AppEnv = {
  isDevelopment: boolean;
  isHttps: boolean;
  host: string;
  port: number;
};

/** Reads the few variables that a Next app needs before its runtime exists. An empty variable counts as not set. */
export function readAppEnv(
  variables: Readonly<Record<string, string | undefined>>,
  names: Names,
): AppEnv {
  return {
    isDevelopment: variables.NODE_ENV === "development",
    isHttps: variables[names.url]?.startsWith("https:") ?? false,
    host: variables[names.host] || "127.0.0.1",
    port: Number(variables.PORT || variables[names.port] || names.usualPort),
  };
}
