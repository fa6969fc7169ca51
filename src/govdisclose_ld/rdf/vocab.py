"""The namespaces and terms that the mapping uses.

A term is written as it stands in N-Triples, angle brackets included, so that a statement made of
terms is a line of N-Triples (see :mod:`govdisclose_ld.rdf.terms`).
"""

from __future__ import annotations

from collections.abc import Callable

GD = "https://w3id.org/govdisclose/ns#"
CODE = "https://w3id.org/govdisclose/code/"
STANDARD = "https://w3id.org/govdisclose/standard/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCAT = "http://www.w3.org/ns/dcat#"
DC = "http://purl.org/dc/elements/1.1/"
DCT = "http://purl.org/dc/terms/"
ADMS = "http://www.w3.org/ns/adms#"
CSVW = "http://www.w3.org/ns/csvw#"
CV = "http://data.europa.eu/m8g/"
ELI = "http://data.europa.eu/eli/ontology#"
FOAF = "http://xmlns.com/foaf/0.1/"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "http://schema.org/"
SH = "http://www.w3.org/ns/shacl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SPDX = "http://spdx.org/rdf/terms#"
SEMAPV = "https://w3id.org/semapv/vocab/"
SSSOM = "https://w3id.org/sssom/"
TIME = "http://www.w3.org/2006/time#"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"

PREFIXES = {
    "adms": ADMS,
    "code": CODE,
    "csvw": CSVW,
    "cv": CV,
    "dc": DC,
    "dcat": DCAT,
    "dct": DCT,
    "eli": ELI,
    "foaf": FOAF,
    "gd": GD,
    "oa": OA,
    "org": ORG,
    "prov": PROV,
    "rdf": RDF,
    "schema": SCHEMA,
    "semapv": SEMAPV,
    "sh": SH,
    "skos": SKOS,
    "spdx": SPDX,
    "sssom": SSSOM,
    "std": STANDARD,
    "time": TIME,
    "xsd": XSD,
}


def _namespace(iri: str) -> Callable[[str], str]:
    return lambda name: f"<{iri}{name}>"


_gd, _dct, _dcat, _skos = _namespace(GD), _namespace(DCT), _namespace(DCAT), _namespace(SKOS)
_prov, _schema, _spdx, _time = (
    _namespace(PROV),
    _namespace(SCHEMA),
    _namespace(SPDX),
    _namespace(TIME),
)
_eli, _sh, _xsd = _namespace(ELI), _namespace(SH), _namespace(XSD)

RDF_TYPE = f"<{RDF}type>"
RDF_JSON = f"<{RDF}JSON>"

XSD_BOOLEAN = _xsd("boolean")
XSD_DATE = _xsd("date")
XSD_DECIMAL = _xsd("decimal")
XSD_HEX_BINARY = _xsd("hexBinary")
XSD_INTEGER = _xsd("integer")
XSD_MONTH_DAY = _xsd("gMonthDay")
XSD_NON_NEGATIVE = _xsd("nonNegativeInteger")

# Classes and datatypes of our own.
GD_AGENCY = _gd("Agency")
GD_AGENCY_DESCRIPTION = _gd("AgencyDescription")
GD_CITATION = _gd("Citation")
GD_CONTENT_ELEMENT = _gd("ContentElement")
GD_CORRECTION = _gd("Correction")
GD_DECLARED_MATTERS = _gd("DeclaredMatters")
GD_DISCLOSURE_CATALOG = _gd("DisclosureCatalog")
GD_DISCLOSURE_ITEM = _gd("DisclosureItem")
GD_DIVISION_CODE = _gd("divisionCode")
GD_EXTRA_VALUE = _gd("ExtraValue")
GD_INFERENCE = _gd("Inference")
GD_MAPPING = _gd("Mapping")
GD_MATTER = _gd("Matter")
GD_PRINTED_CELL = _gd("PrintedCell")
GD_PRINTED_COLUMN = _gd("PrintedColumn")
GD_PRINTED_TABLE = _gd("PrintedTable")
GD_READING = _gd("Reading")
GD_READING_FINDING = _gd("ReadingFinding")
GD_ROW_RECORD = _gd("RowRecord")
GD_TIME_LIMIT = _gd("TimeLimit")
GD_TIME_LIMIT_RULE = _gd("TimeLimitRule")
GD_UNIT = _gd("Unit")
GD_UNIT_GROUP = _gd("UnitGroup")

# Properties of our own.
GD_AGENCY_KIND = _gd("agencyKind")
GD_AGENCY_TEXT = _gd("agencyText")
GD_ANSWERS = _gd("answers")
GD_ANSWERS_IN_PART = _gd("answersInPart")
GD_APPLIES_TO_LEVEL = _gd("appliesToLevel")
GD_ARTICLE = _gd("article")
GD_BASIS_TEXT = _gd("basisText")
GD_CANDIDATE_ANSWER = _gd("candidateAnswer")
GD_CELL_ROLES = _gd("cellRoles")
GD_CHANNEL_NOTE = _gd("channelNote")
GD_CHOICE_NOTE = _gd("choiceNote")
GD_CITATION_OF_ITEM = _gd("citation")
GD_CITED_NUMBER = _gd("citedNumber")
GD_CITES = _gd("cites")
GD_CODE = _gd("code")
GD_COLUMN = _gd("column")
GD_CONFIDENCE = _gd("confidence")
GD_CONTENT = _gd("content")
GD_CORRECTED_ITEM = _gd("correctedItem")
GD_CORRECTION_OF_CATALOG = _gd("correction")
GD_COUNT = _gd("count")
GD_DECLARES = _gd("declares")
GD_DEFAULT_TIME_LIMIT = _gd("defaultTimeLimit")
GD_EXCEPTION_CLAUSE = _gd("exceptionClause")
GD_EXTRA = _gd("extraValue")
GD_FIELD = _gd("field")
GD_FIELD_NAME = _gd("fieldName")
GD_FINDING = _gd("finding")
GD_IN_TABLE = _gd("inTable")
GD_INFERENCE_OF_ITEM = _gd("inference")
GD_INHERITED_TIME_LIMIT = _gd("inheritedTimeLimit")
GD_LEGAL_BASIS = _gd("legalBasis")
GD_LEVEL = _gd("level")
GD_LINE = _gd("line")
GD_MAPPING_OF_ITEM = _gd("mapping")
GD_MAPPING_PREDICATE = _gd("mappingPredicate")
GD_MAPPING_STATUS = _gd("mappingStatus")
GD_MATTER_LEVEL = _gd("matterLevel")
GD_MATTER_NAME = _gd("matterName")
GD_MODE = _gd("mode")
GD_OFFERED_AUDIENCE = _gd("offeredAudience")
GD_OFFERED_CHANNEL = _gd("offeredChannel")
GD_OFFERED_LEVEL = _gd("offeredLevel")
GD_OFFERED_MODE = _gd("offeredMode")
GD_OPTION = _gd("option")
GD_OPTIONAL = _gd("optional")
GD_OPTIONAL_AUDIENCE = _gd("optionalAudience")
GD_OPTIONAL_CHANNEL = _gd("optionalChannel")
GD_OPTIONAL_LEVEL = _gd("optionalLevel")
GD_OPTIONAL_MODE = _gd("optionalMode")
GD_ORDINAL = _gd("ordinal")
GD_PRINTED_CELLS = _gd("printedCells")
GD_PRINTED_LABEL = _gd("printedLabel")
GD_PRINTED_TEXT = _gd("printedText")
GD_PROBABLE_BROADER = _gd("probableBroader")
GD_PROBABLE_SUBJECT = _gd("probableSubject")
GD_READ_AS = _gd("readAs")
GD_READ_VALUE = _gd("readValue")
GD_RESPONSIBLE_AGENCY = _gd("responsibleAgency")
GD_RETENTION = _gd("retention")
GD_RETENTION_LEVEL = _gd("retentionLevel")
GD_ROW_KIND = _gd("rowKind")
GD_RULE = _gd("rule")
GD_RULE_KIND = _gd("ruleKind")
GD_SECTION = _gd("section")
GD_SELECTED_CHANNEL = _gd("selectedChannel")
GD_SITE_SECTION = _gd("siteSection")
GD_STANDARD_ITEM = _gd("standardItem")
GD_TABLE = _gd("table")
GD_TIME_LIMIT_OF_ITEM = _gd("timeLimit")
GD_TRIGGER = _gd("trigger")
GD_UNDETERMINED = _gd("undetermined")
GD_VAGUE = _gd("vague")
GD_VALUE = _gd("value")
GD_YEARLY_DATE = _gd("yearlyDate")

# Terms of others.
ADMS_STATUS = f"<{ADMS}status>"
CSVW_ROWNUM = f"<{CSVW}rownum>"
DCAT_BYTE_SIZE = _dcat("byteSize")
DCAT_CATALOG = _dcat("Catalog")
DCAT_CATALOG_RECORD = _dcat("CatalogRecord")
DCAT_MEDIA_TYPE = _dcat("mediaType")
DCAT_RECORD = _dcat("record")
DCAT_RESOURCE = _dcat("Resource")
DCAT_RESOURCE_OF_CATALOG = _dcat("resource")
DCAT_VERSION = _dcat("version")
DC_CREATOR = f"<{DC}creator>"
DCT_AUDIENCE = _dct("audience")
DCT_DATE = _dct("date")
DCT_DESCRIPTION = _dct("description")
DCT_HAS_PART = _dct("hasPart")
DCT_IDENTIFIER = _dct("identifier")
DCT_IS_PART_OF = _dct("isPartOf")
DCT_ISSUED = _dct("issued")
DCT_LOCATION = _dct("Location")
DCT_PUBLISHER = _dct("publisher")
DCT_SOURCE = _dct("source")
DCT_SPATIAL = _dct("spatial")
DCT_SUBJECT = _dct("subject")
DCT_TITLE = _dct("title")
ELI_LEGAL_RESOURCE = _eli("LegalResource")
FOAF_DOCUMENT = f"<{FOAF}Document>"
FOAF_PRIMARY_TOPIC = f"<{FOAF}primaryTopic>"
OA_HAS_TARGET = f"<{OA}hasTarget>"
ORG_SUB_ORGANIZATION_OF = f"<{ORG}subOrganizationOf>"
ORG_UNIT_OF = f"<{ORG}unitOf>"
PROV_ACTIVITY = _prov("Activity")
PROV_ENTITY = _prov("Entity")
PROV_SOFTWARE_AGENT = _prov("SoftwareAgent")
PROV_USED = _prov("used")
PROV_WAS_ASSOCIATED_WITH = _prov("wasAssociatedWith")
PROV_WAS_DERIVED_FROM = _prov("wasDerivedFrom")
PROV_WAS_GENERATED_BY = _prov("wasGeneratedBy")
SCHEMA_ADMINISTRATIVE_AREA = _schema("AdministrativeArea")
SCHEMA_POSITION = _schema("position")
SCHEMA_SOFTWARE_VERSION = _schema("softwareVersion")
SH_INFO = _sh("Info")
SH_RESULT_MESSAGE = _sh("resultMessage")
SH_RESULT_SEVERITY = _sh("resultSeverity")
SH_VIOLATION = _sh("Violation")
SH_WARNING = _sh("Warning")
SKOS_BROADER = _skos("broader")
SKOS_CONCEPT = _skos("Concept")
SKOS_CONCEPT_SCHEME = _skos("ConceptScheme")
SKOS_IN_SCHEME = _skos("inScheme")
SKOS_NOTATION = _skos("notation")
SKOS_PREF_LABEL = _skos("prefLabel")
SPDX_ALGORITHM = _spdx("algorithm")
SPDX_CHECKSUM = _spdx("checksum")
SPDX_CHECKSUM_CLASS = _spdx("Checksum")
SPDX_CHECKSUM_VALUE = _spdx("checksumValue")
SPDX_SHA256 = _spdx("checksumAlgorithm_sha256")
SSSOM_JUSTIFICATION = f"<{SSSOM}mapping_justification>"
TIME_NUMERIC_DURATION = _time("numericDuration")
TIME_UNIT_TYPE = _time("unitType")
