"""The terms of a comparison in RDF, as they stand in N-Triples."""

from __future__ import annotations

from govdisclose_ld.rdf.vocab import DCT, GD, PROV

DQV = "http://www.w3.org/ns/dqv#"
QB = "http://purl.org/linked-data/cube#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
METRIC = "https://w3id.org/govdisclose/metric/"
DIMENSION = "https://w3id.org/govdisclose/dimension/"

QB_ATTRIBUTE = f"<{QB}attribute>"
QB_CODED_PROPERTY = f"<{QB}CodedProperty>"
QB_CODE_LIST = f"<{QB}codeList>"
QB_COMPONENT = f"<{QB}component>"
QB_COMPONENT_SPECIFICATION = f"<{QB}ComponentSpecification>"
QB_DATA_SET = f"<{QB}dataSet>"
QB_DATA_SET_CLASS = f"<{QB}DataSet>"
QB_DATA_STRUCTURE = f"<{QB}DataStructureDefinition>"
QB_DIMENSION = f"<{QB}dimension>"
QB_DIMENSION_PROPERTY = f"<{QB}DimensionProperty>"
QB_MEASURE = f"<{QB}measure>"
QB_MEASURE_PROPERTY = f"<{QB}MeasureProperty>"
QB_OBSERVATION = f"<{QB}Observation>"
QB_ORDER = f"<{QB}order>"
QB_STRUCTURE = f"<{QB}structure>"

DQV_COMPUTED_ON = f"<{DQV}computedOn>"
DQV_DIMENSION = f"<{DQV}Dimension>"
DQV_EXPECTED_DATATYPE = f"<{DQV}expectedDataType>"
DQV_IN_DIMENSION = f"<{DQV}inDimension>"
DQV_IS_MEASUREMENT_OF = f"<{DQV}isMeasurementOf>"
DQV_METRIC = f"<{DQV}Metric>"
DQV_QUALITY_MEASUREMENT = f"<{DQV}QualityMeasurement>"
DQV_QUALITY_MEASUREMENT_DATASET = f"<{DQV}QualityMeasurementDataset>"
DQV_VALUE = f"<{DQV}value>"

GD_ANSWER_COUNT = f"<{GD}answerCount>"
GD_CANDIDATE_COUNT = f"<{GD}candidateCount>"
GD_COMPARED_SUBJECT = f"<{GD}comparedSubject>"
GD_COVERAGE_STATE = f"<{GD}coverageState>"
GD_DEVIATION_COUNT = f"<{GD}deviationCount>"
GD_HIGHEST = f"<{GD}highest>"
GD_KNOWN_SHARE = f"<{GD}knownShare>"
GD_LOWEST = f"<{GD}lowest>"
GD_OPEN_MEASUREMENT = f"<{GD}OpenMeasurement>"
GD_OPEN_METRIC = f"<{GD}openMetric>"
GD_REQUIRED_ITEM = f"<{GD}requiredItem>"
GD_RESTS_ON = f"<{GD}restsOn>"
GD_SCORE_WEIGHT = f"<{GD}ScoreWeight>"
GD_WEIGHT = f"<{GD}weight>"
GD_WEIGHTED_METRIC = f"<{GD}weightedMetric>"
GD_WEIGHT_OF_SCORE = f"<{GD}scoreWeight>"
# What a number was counted from, by the heap that it fell on.
GD_COUNTED = {
    "good": f"<{GD}countedGood>",
    "poor": f"<{GD}countedPoor>",
    "pending": f"<{GD}countedPending>",
    "unknown": f"<{GD}countedUnknown>",
}

DCT_CONFORMS_TO = f"<{DCT}conformsTo>"
PROV_WAS_DERIVED_FROM = f"<{PROV}wasDerivedFrom>"
RDFS_RANGE = f"<{RDFS}range>"
RDFS_RESOURCE = f"<{RDFS}Resource>"
