// Its own types stand under the name of another package.
declare module "@mixmark-io/domino" {
  const domino: { createDocument(html?: string, force?: boolean): Document };
  export default domino;
}
