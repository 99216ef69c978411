"""Parses every JSON-LD file of an unpacked bundle offline, and checks counts and contents with RDF queries.

Usage: parse_linked_data.py DATA_FOLDER EXPECTED_JSON
"""
import io
import json
import pathlib
import sys
import urllib.request

from rdflib import Graph, Namespace, RDF, URIRef

folder, expected = pathlib.Path(sys.argv[1]).resolve(), json.loads(sys.argv[2])
LOCAL = {
    "http://www.w3.org/ns/anno.jsonld": folder / "contexts" / "anno.jsonld",
    "https://w3id.org/ro/crate/1.2/context": folder / "contexts" / "ro-crate.jsonld",
}


class FromBundle(urllib.request.BaseHandler):
    """Answers every request from the bundle's own contexts; anything else is an error, never a request."""

    handler_order = 1

    def default_open(self, request):
        url = request.full_url
        if url.startswith("file:"):
            return None
        if url not in LOCAL:
            raise RuntimeError(f"the bundle asks for {url}")
        headers = __import__("email").message_from_string("Content-Type: application/ld+json\n\n")
        answer = urllib.request.addinfourl(io.BytesIO(LOCAL[url].read_bytes()), headers, url, 200)
        answer.msg = "OK"
        return answer


urllib.request.install_opener(urllib.request.build_opener(FromBundle))

OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("http://schema.org/")
CITO = Namespace("http://purl.org/spar/cito/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
PROV = Namespace("http://www.w3.org/ns/prov#")


def parse(name):
    graph = Graph()
    graph.parse(str(folder / name), format="json-ld", publicID=(folder / name).as_uri())
    return graph


def count(graph, kind):
    return len(set(graph.subjects(RDF.type, kind)))


failures = []


def expect(what, found, wanted):
    print(f"{'ok  ' if found == wanted else 'FAIL'} {what}: {found}")
    if found != wanted:
        failures.append(what)


annotations, graph, tags, crate = (
    parse(name) for name in ("annotations.jsonld", "graph.jsonld", "tags.jsonld", "ro-crate-metadata.json")
)
expect("annotations and links", count(annotations, OA.Annotation), expected["annotation"] + expected["link"])
linking = set(annotations.subjects(OA.motivatedBy, OA.linking))
expect("links as annotations", len(linking), expected["link"])
expect("positions", len(set(annotations.subjects(RDF.type, OA.TextPositionSelector))), expected["positions"])
expect("claims", count(graph, SCHEMA.Claim), expected["claim"])
expect("quotes", count(graph, SCHEMA.Quotation), expected["quote"])
expect("links", count(graph, CITO.Citation), expected["link"])
expect("claims with author and time", len(set(graph.subjects(PROV.generatedAtTime, None)) & set(graph.subjects(RDF.type, SCHEMA.Claim))), expected["claim"])
expect("tags", count(tags, SKOS.Concept), expected["tag"])
root = URIRef(folder.as_uri() + "/")
expect("crate root is a dataset", (root, RDF.type, SCHEMA.Dataset) in crate, True)
for part in crate.objects(None, SCHEMA.hasPart):
    path = pathlib.Path(urllib.request.url2pathname(str(part)[len("file://"):]))
    if not path.exists():
        expect(f"crate part {path.name}", False, True)
for source in set(annotations.objects(None, OA.hasSource)):
    if str(source).startswith("file:"):
        path = pathlib.Path(urllib.request.url2pathname(str(source)[len("file://"):]))
        if not path.exists():
            expect(f"source {path}", False, True)
sys.exit(1 if failures else 0)
