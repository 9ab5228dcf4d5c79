"use strict";

// Keeps a page as new as the site. The server says in which state the page at this address is now;
// one in another state is loaded anew, one that differs in its stylesheets alone takes the new ones.
(() => {
  const state = document.currentScript.dataset.state;
  let events = null;

  function listen() {
    // A browser opens six connections to a server and no more: pages in the background wait.
    if (events === null && document.visibilityState === "visible") {
      events = new EventSource(`/_serve/events?path=${encodeURIComponent(location.pathname)}`);
      events.addEventListener("message", (message) => take(JSON.parse(message.data)));
    }
  }

  function rest() {
    if (events !== null) {
      events.close();
      events = null;
    }
  }

  function take(news) {
    const sheets = [...document.querySelectorAll('link[rel="stylesheet"]')].filter(
      (sheet) => !sheet.getAttribute("href").startsWith("/_serve/") && !sheet.dataset.leaving,
    );
    if (news.state !== state || sheets.length !== news.styles.length) {
      rest();
      location.reload();
      return;
    }
    sheets.forEach((sheet, at) => dress(sheet, news.styles[at]));
  }

  // The old sheet goes when the new one is there, so that the page is never seen without any.
  function dress(sheet, href) {
    if (sheet.getAttribute("href") === href) {
      return;
    }
    const fresh = sheet.cloneNode();
    fresh.href = href;
    fresh.addEventListener("load", () =>
      document.querySelectorAll("link[data-leaving]").forEach((old) => old.remove()),
    );
    sheet.dataset.leaving = "yes";
    sheet.after(fresh);
  }

  document.addEventListener("visibilitychange", () =>
    document.visibilityState === "visible" ? listen() : rest(),
  );
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", (shown) => shown.persisted && location.reload());
  listen();
})();
