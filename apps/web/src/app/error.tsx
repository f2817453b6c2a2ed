"use client";

export { PageError as default } from "@besunny/web-kit/page/page-error";
