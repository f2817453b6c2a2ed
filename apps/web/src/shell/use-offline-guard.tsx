"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

/** The event before a navigation, which not every browser sends. */
type NavigateEvent = Event & {
  hashChange: boolean;
  downloadRequest: string | null;
  destination: { sameDocument: boolean };
};

/** While the network is away no link leads off the page: the browser would put its own error page in its place. */
export function useOfflineGuard(): void {
  const t = useTranslations("shell");

  useEffect(() => {
    const listeners = new AbortController();
    const options = { signal: listeners.signal, capture: true };
    const isOffline = () => navigator.onLine === false;
    const say = () => toast.note(t("offlineStay"));

    document.addEventListener(
      "click",
      (event) => {
        const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
        if (!isOffline() || !(link instanceof HTMLAnchorElement) || isOnThisPage(link)) return;
        event.preventDefault();
        event.stopPropagation();
        say();
      },
      options,
    );
    const navigation: unknown = "navigation" in window ? window.navigation : null;
    if (navigation instanceof EventTarget)
      navigation.addEventListener(
        "navigate",
        (event) => {
          if (!isOffline() || !event.cancelable || !isNavigate(event)) return;
          if (event.destination.sameDocument || event.hashChange || event.downloadRequest) return;
          event.preventDefault();
          say();
        },
        options,
      );
    return () => listeners.abort();
  }, [t]);
}

function isOnThisPage({ origin, pathname, search, hash }: HTMLAnchorElement): boolean {
  const here = window.location;
  return (
    origin === here.origin && pathname === here.pathname && search === here.search && hash !== ""
  );
}

function isNavigate(event: Event): event is NavigateEvent {
  return "destination" in event && "hashChange" in event;
}
