/* "Exit this page" leads away by its links, by Space on them, and by Shift pressed alone three
   times. Without this script the links still lead out. The page brings the texts, in its language. */
(() => {
  const WAIT = 5000;
  const bar = document.querySelector(".exit");
  const links = bar ? [...bar.querySelectorAll("a[data-exit]")] : [];
  if (!links.length) return;

  const made = (role, name) => {
    const box = document.createElement("div");
    if (role) box.setAttribute("role", role);
    box.className = name;
    return box;
  };
  const { pressTwice, pressOnce, expired, loading } = bar.dataset;
  const status = made("status", "visually-hidden");
  const overlay = made("alert", "exit-overlay");
  const dots = made("", "exit__dots");
  dots.setAttribute("aria-hidden", "true");
  dots.append(...[1, 2, 3].map(() => made("", "exit__dot")));
  links[links.length - 1].append(dots);
  bar.append(status);

  let presses, timer, alone;

  const show = (count, text, next) => {
    clearTimeout(timer);
    presses = count;
    status.textContent = text;
    dots.hidden = !count;
    [...dots.children].forEach((dot, at) => dot.classList.toggle("exit__dot--on", at < count));
    if (text) timer = setTimeout(next, WAIT);
  };
  const rest = () => show(0, "");
  const expire = () => show(0, expired, rest);

  const leave = () => {
    rest();
    document.body.style.display = "none";
    document.documentElement.append(overlay);
    overlay.textContent = loading; /* after it is there, so that it is read out */
    location.replace(links[0].href);
  };

  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Shift") {
      alone = !(event.ctrlKey || event.altKey || event.metaKey);
      return;
    }
    alone = false;
    if (presses) expire();
    if (event.key === " " && links.includes(event.target)) {
      event.preventDefault();
      leave();
    }
  }, true);

  addEventListener("pointerdown", () => { alone = false; }, true);

  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    if (presses === 2) leave();
    else show(presses + 1, presses ? pressOnce : pressTwice, expire);
  }, true);

  /* A page that Back brings out of the browser's memory looks as it was left. One that is still
     loading is not touched, since its reader may be leaving. */
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    rest();
    overlay.remove();
    document.body.style.display = "";
  });

  rest();
})();
