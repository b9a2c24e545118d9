const SCALE = 2;
const MARGIN = 16;
const HEAD = 56;
const kept = ["fill", "stroke", "stroke-width", "stroke-dasharray", "fill-opacity", "opacity", "font-size", "font-family", "font-weight", "text-anchor"];

/** Write the colours and letters of the page into a copy, which stands alone then. */
function standing(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const pairs = [drawing, ...drawing.querySelectorAll<SVGElement>("*")];
  [copy, ...copy.querySelectorAll<SVGElement>("*")].forEach((one, at) => {
    const from = pairs[at];
    if (from === undefined) return;
    const style = getComputedStyle(from);
    for (const name of kept) one.style.setProperty(name, style.getPropertyValue(name));
  });
  const { width, height } = drawing.viewBox.baseVal;
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return copy;
}

async function loaded(drawing: SVGSVGElement): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(standing(drawing)))}`;
  await image.decode();
  return image;
}

/** Put a plot into a PNG with its title and what it says, and give it to the person. */
export async function savePicture(drawing: SVGSVGElement, title: string, says: string): Promise<void> {
  const { width, height } = drawing.viewBox.baseVal;
  const sheet = document.createElement("canvas");
  sheet.width = (width + 2 * MARGIN) * SCALE;
  sheet.height = (height + HEAD + 2 * MARGIN) * SCALE;
  const pen = sheet.getContext("2d");
  if (pen === null) throw new Error("this browser cannot draw");
  const style = getComputedStyle(document.body);
  pen.scale(SCALE, SCALE);
  pen.fillStyle = style.getPropertyValue("--mantine-color-body") || "white";
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.fillStyle = style.color;
  pen.font = `600 17px ${style.fontFamily}`;
  pen.fillText(title, MARGIN, MARGIN + 16, width);
  pen.font = `13px ${style.fontFamily}`;
  pen.fillText(says, MARGIN, MARGIN + 38, width);
  pen.drawImage(await loaded(drawing), MARGIN, MARGIN + HEAD, width, height);
  const link = document.createElement("a");
  link.download = `${title}.png`;
  link.href = sheet.toDataURL("image/png");
  link.click();
}
