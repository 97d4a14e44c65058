// SPDX-License-Identifier: Apache-2.0
#include "base/require.hpp"
#include "capabilities/national_reports/store.hpp"

namespace poa::national_reports::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

#define POA_SURVEY_COLUMNS                                                                                   \
    "id, key, version, stage, content, digest, revision, made_by, made_at, adopted_at, decision"
constexpr Query add_one{"national_reports.add_survey",
                        "INSERT INTO national_reports_survey (key, version, stage, content, digest, "
                        "revision, made_by, made_at, adopted_at, decision) "
                        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id"};
constexpr Query revise_one{"national_reports.revise_survey",
                           "UPDATE national_reports_survey SET content = $3, digest = $4, "
                           "revision = revision + 1 WHERE id = $1 AND revision = $2 AND stage = 0"};
constexpr Query replace_used{"national_reports.replace_survey",
                             "UPDATE national_reports_survey SET stage = 2 WHERE stage = 1 AND key = "
                             "(SELECT key FROM national_reports_survey WHERE id = $1)"};
constexpr Query adopt_one{"national_reports.adopt_survey",
                          "UPDATE national_reports_survey SET stage = 1, adopted_at = $2, decision = $3 "
                          "WHERE id = $1 AND stage = 0"};
constexpr Query by_id{"national_reports.survey_by_id",
                      "SELECT " POA_SURVEY_COLUMNS " FROM national_reports_survey WHERE id = $1"};
constexpr Query by_version{"national_reports.survey_by_version",
                           "SELECT " POA_SURVEY_COLUMNS
                           " FROM national_reports_survey WHERE key = $1 AND version = $2"};
constexpr Query by_use{"national_reports.survey_in_use",
                       "SELECT " POA_SURVEY_COLUMNS
                       " FROM national_reports_survey WHERE key = $1 AND stage = 1"};
constexpr Query every{"national_reports.surveys",
                      "SELECT id, key, version, stage, '', digest, revision, made_by, made_at, adopted_at, "
                      "decision FROM national_reports_survey ORDER BY key, version"};

KeptSurvey read(const Row& row) {
    KeptSurvey made;
    made.id = row.id<SurveyVersion>(0);
    made.key = row.string(1);
    made.version = row.integer(2);
    made.stage = static_cast<SurveyStage>(row.integer(3));
    made.content = row.string(4);
    made.digest = row.digest(5);
    made.revision = row.integer(6);
    made.made_by = row.string(7);
    made.made_at = row.instant(8);
    made.adopted_at = row.maybe(9, [](const Row& r, int c) { return r.instant(c); });
    made.decision = row.string(10);
    return made;
}

} // namespace

Id<SurveyVersion> add_survey(Session& session, const KeptSurvey& survey) {
    const auto id =
        session.number(add_one, survey.key, survey.version, survey.stage, survey.content, survey.digest,
                       survey.revision, survey.made_by, survey.made_at, survey.adopted_at, survey.decision);
    require(id.has_value(), "the number of a new survey");
    return Id<SurveyVersion>{*id};
}

bool revise_survey(Session& session, const KeptSurvey& survey) {
    return session.execute(revise_one, survey.id, survey.revision, survey.content, survey.digest) == 1;
}

void adopt_survey(Session& session, Id<SurveyVersion> id, Instant at, std::string_view decision) {
    session.execute(replace_used, id);
    require(session.execute(adopt_one, id, at, decision) == 1, "a draft that is adopted");
}

std::optional<KeptSurvey> survey(Session& session, Id<SurveyVersion> id) {
    return session.one(by_id, read, id);
}

std::optional<KeptSurvey> survey(Session& session, std::string_view key, std::int64_t version) {
    return session.one(by_version, read, key, version);
}

std::optional<KeptSurvey> survey_in_use(Session& session, std::string_view key) {
    return session.one(by_use, read, key);
}

std::vector<KeptSurvey> surveys(Session& session) {
    return session.all(every, read);
}

} // namespace poa::national_reports::store
