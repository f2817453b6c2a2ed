-- Admins of the platform see how many items of sources are ready. An item that was handed over has the state of its document.
GRANT SELECT ("document_id") ON "source_items" TO besunny_platform;
