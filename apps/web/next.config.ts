import { createNextConfig } from "@besunny/web-kit/server/next-config";

export default createNextConfig();
