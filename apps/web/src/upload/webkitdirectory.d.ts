import "react";

declare module "react" {
  interface InputHTMLAttributes<T> {
    /** Picks a whole folder; every browser knows it, no standard names it. */
    webkitdirectory?: T extends HTMLInputElement ? "" : never;
  }
}
