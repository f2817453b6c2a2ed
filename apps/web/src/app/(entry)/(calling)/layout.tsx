export { AppProviders as default } from "@besunny/web-kit/page/app-providers";
