import "./globals.css";

import { metadataOf } from "@besunny/web-kit/page/root-layout";

export const metadata = metadataOf("BeSunny");

export { RootLayout as default, viewport } from "@besunny/web-kit/page/root-layout";
