// The dialog with the citation of a page.
export default function ({ data, parentElement }) {
  passOn(parentElement, data);
}
