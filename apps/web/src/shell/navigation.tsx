import {
  Contact,
  FolderOpen,
  House,
  Layers,
  Library,
  MessageCircleQuestion,
  Search,
  Settings,
  Trash2,
} from "lucide-react";

/** The rooms of the web app, in the order of the sidebar. `key` follows `g`. */
export const rooms = [
  { name: "home", href: "/", key: "h", icon: House },
  { name: "library", href: "/library", key: "l", icon: Library },
  { name: "search", href: "/search", key: "s", icon: Search },
  { name: "ask", href: "/ask", key: "a", icon: MessageCircleQuestion },
  { name: "projects", href: "/projects", key: "p", icon: FolderOpen },
  { name: "entities", href: "/entities", key: "e", icon: Contact },
  { name: "batches", href: "/batches", key: "b", icon: Layers },
  { name: "trash", href: "/trash", key: "t", icon: Trash2 },
  { name: "settings", href: "/settings", key: "c", icon: Settings },
] as const;

/** Returns true if the path belongs to the part of the app that begins at `href`. */
export function isIn(href: string, path: string): boolean {
  if (href === "/library" && path.startsWith("/documents")) return true;
  return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
}
