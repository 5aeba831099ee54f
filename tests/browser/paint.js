// Judges what is painted: whether letters stand out from their ground, and links from the
// words around them. That hangs on letters and ground alone, so axe looks at what is not in
// `sound` yet; at three that are alike, for one that is covered for a moment cannot be judged.
async (sound) => {
  const passed = new Set(sound), waiting = new Map(), grounds = new Map()
  const clear = ['rgba(0, 0, 0, 0)', 'none', '1']
  const ground = (e) => {
    if (!e) return ''
    if (!grounds.has(e)) {
      const style = getComputedStyle(e)
      const own = [style.backgroundColor, style.backgroundImage, style.opacity]
      const seen = own.filter((one) => !clear.includes(one))
      grounds.set(e, [ground(e.parentElement), ...seen].join(' ').trim())
    }
    return grounds.get(e)
  }
  const letters = (e) => {
    const style = getComputedStyle(e)
    const line = [style.textShadow, style.textDecorationLine, style.borderBottom]
    return [style.color, style.fontSize, style.fontWeight, ...line, ground(e)].join(' ')
  }
  const speaks = (e) => e.matches('input, select, textarea, button')
    || [...e.childNodes].some((one) => one.nodeType === 3 && one.data.trim())
  const looks = (e) => e.matches('a')
    ? [letters(e), letters(e.parentElement), speaks(e.parentElement)].join(' | ')
    : letters(e)
  for (const e of document.body.querySelectorAll('*')) {
    if (!speaks(e) || !e.checkVisibility()) continue
    const key = looks(e), alike = waiting.get(key) ?? []
    if (!passed.has(key) && alike.length < 3) waiting.set(key, [...alike, e])
  }
  const nodes = [...waiting.values()].flat()
  if (!nodes.length) return {sound: [], faint: []}
  const found = await axe.run({include: nodes}, {
    runOnly: ['color-contrast', 'link-in-text-block'], elementRef: true,
    resultTypes: ['passes', 'violations'],
  })
  const told = (results) => results.flatMap((one) => one.nodes)
  const wrong = new Set(told(found.violations).map((one) => looks(one.element)))
  return {
    sound: told(found.passes).map((one) => looks(one.element)).filter((one) => !wrong.has(one)),
    faint: told(found.violations).map((one) => one.html.slice(0, 160)),
  }
}
