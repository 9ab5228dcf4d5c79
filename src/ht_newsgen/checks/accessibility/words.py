"""Words that say nothing where they stand, in the languages that newsrooms here write in."""

VAGUE_LINKS = frozenset(
    (
        # English
        "here", "click here", "click", "this", "this link", "this page", "link", "more",
        "read more", "read here", "see here", "learn more", "find out more", "details", "source",
        # Bosnian, Croatian, Serbian
        "ovdje", "ovde", "klikni ovdje", "kliknite ovdje", "klikni ovde", "kliknite ovde", "klik",
        "klikni", "kliknite", "više", "vise", "opširnije", "opsirnije", "detaljnije",
        "saznaj više", "saznajte više", "pročitaj više", "pročitajte više", "ovaj link",
        "ovom linku", "na ovom linku", "ovoj poveznici", "poveznica", "izvor",
        "овде", "овдје", "кликни овде", "кликните овде", "више", "опширније", "детаљније", "линк",
        "извор",
        # Albanian, Macedonian, Romanian, Slovene, Turkish
        "këtu", "kliko këtu", "më shumë", "lexo më shumë", "овде повеќе", "тука", "повеќе",
        "aici", "click aici", "mai mult", "citește mai mult", "tukaj", "kliknite tukaj", "več",
        "burada", "buraya tıklayın", "devamı",
        # French, German, Italian, Spanish
        "ici", "cliquez ici", "en savoir plus", "lire la suite", "plus", "hier", "klicken sie hier",
        "hier klicken", "mehr", "weiterlesen", "mehr erfahren", "qui", "clicca qui",
        "leggi tutto", "aquí", "haga clic aquí", "leer más", "más",
        # Arabic, Chinese, Russian, Ukrainian
        "هنا", "اضغط هنا", "انقر هنا", "المزيد", "اقرأ المزيد",
        "这里", "點擊這裡", "点击这里", "此处", "更多", "здесь", "тут", "подробнее", "далее",
        "докладніше", "детальніше",
    )
)  # fmt: skip
"""All that there is to read in a link, in lower case: heard by itself, it leads nowhere."""

NO_PICTURES = frozenset(
    (
        "image", "picture", "photo", "photograph", "graphic", "logo", "icon", "img", "untitled",
        "alt", "alt text", "placeholder", "screenshot", "figure",
        "slika", "fotografija", "foto", "ilustracija", "ikona", "снимак", "слика", "фотографија",
        "bild", "fotoja", "imagine", "immagine", "imagen", "صورة", "图片",
    )
)  # fmt: skip
"""Alternative texts that only say that there is a picture."""

ANNOUNCING = (
    "image of ", "an image of ", "picture of ", "a picture of ", "photo of ", "a photo of ",
    "photograph of ", "a photograph of ", "graphic of ", "screenshot of ",
    "slika ", "na slici ", "na slici je ", "fotografija ", "na fotografiji ",
    "слика ", "на слици ", "фотографија ", "bild von ", "foto von ", "image de ", "photo de ",
)  # fmt: skip
"""Beginnings that a screen reader has said already."""
