// The dialog with the citation of a page.
export default function (component) {
  passOn(component);
}
