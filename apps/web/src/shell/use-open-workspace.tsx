"use client";

/** Opens another workspace of the person who is signed in, and reloads the page. */
export function useOpenWorkspace() {
  return (workspaceId: string) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet
    document.cookie = `besunny.workspace=${workspaceId}; path=/; max-age=31536000; samesite=lax`;
    window.location.assign("/");
  };
}
