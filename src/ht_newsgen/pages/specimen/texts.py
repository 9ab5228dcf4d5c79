"""The texts of the examples, as the HTML that reading makes of Markdown."""

LONG = (
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsversammlung"
)

BODIES = {
    "plain": "<p>The ministers met on Monday.</p><p>They meet again in May.</p>",
    "rich": (
        '<p>A court decided<sup id="fnref:x-1"><a class="footnote-ref" href="#fn:x-1">1</a></sup> '
        'what <a href="/safety/">the law</a> means.</p>'
        '<h2 id="what-the-court-says">What the court says</h2>'
        "<p>Three judges agreed; one did not.</p>"
        "<blockquote><p>The state must act.</p></blockquote>"
        '<h3 id="the-numbers">The numbers</h3><table><thead><tr><th scope="col">Year</th>'
        '<th scope="col">Identified victims</th><th scope="col">Convictions</th>'
        f'<th scope="col">{LONG}</th></tr></thead><tbody><tr><td>2016</td><td>1,204</td>'
        "<td>87</td><td>n/a</td></tr></tbody></table><ul><li>One</li><li>Two</li></ul>"
        f"<p>{LONG} https://example.org/{'a' * 120}</p><pre><code>one\n\n\ntwo</code></pre>"
        '<h2 id="what-follows">What follows</h2><p>The case returns to Oslo.</p>'
        '<div class="footnote"><hr><ol><li id="fn:x-1"><p>Judgment of 9 May, paragraph 12.&nbsp;'
        '<a class="footnote-backref" href="#fnref:x-1" title="Back to the text">↩</a></p></li>'
        "</ol></div>"
    ),
    "arabic": (
        '<p>اجتمع الوزراء يوم الاثنين في سراييفو.</p><h2 id="بعد-ذلك">بعد ذلك</h2><p>لا شيء.</p>'
    ),
    "cyrillic": "<p>Министри су се састали. Ђорђе, Његош, Џаџић, ћуприја, љубав.</p>",
    "newsletter": (
        '<p>Subscribe to our newsletter.</p><p>Or use a <a href="/feeds/">feed</a>.</p>'
    ),
}
"""By the name that stands in a view where others have a digest."""
