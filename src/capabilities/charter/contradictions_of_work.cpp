// SPDX-License-Identifier: Apache-2.0
// The Chair, reports, languages, capacity-building and points of contact.
#include "capabilities/charter/contradictions_gathering.hpp"

namespace poa::charter {
namespace {

void on_chair(Gathering& in) {
    const std::int64_t term = in[clause::chair::term_months], overlap = in[clause::chair::overlap_months],
                       extension = in[clause::chair::extension_months];
    if (in[clause::chair::basis] == "per_session") {
        if (extension > 0)
            in.add("contradiction.session_chair_extended", {{"extension", std::to_string(extension)}},
                   clause::chair::basis, clause::chair::extension_months);
        if (overlap > 0)
            in.add("contradiction.session_chair_overlaps", {{"overlap", std::to_string(overlap)}},
                   clause::chair::basis, clause::chair::overlap_months);
        const Charter& charter = in.charter();
        if (charter.entry(clause::chair::basis).said_by == charter.entry(clause::chair::term_months).said_by)
            in.add("remark.session_chair_with_term", {{"term", std::to_string(term)}}, clause::chair::basis,
                   clause::chair::term_months);
        return;
    }
    if (overlap >= term)
        in.add("contradiction.overlap_as_long_as_term",
               {{"overlap", std::to_string(overlap)}, {"term", std::to_string(term)}},
               clause::chair::term_months, clause::chair::overlap_months);
    if (extension > term)
        in.add("remark.extension_longer_than_term",
               {{"extension", std::to_string(extension)}, {"term", std::to_string(term)}},
               clause::chair::term_months, clause::chair::extension_months);
}

void on_rotation(Gathering& in) {
    const Span& every = in[clause::reporting::every_years];
    const auto* within = in.find(clause::reporting::once_in_years_max);
    if (within == nullptr) {
        if (in[clause::reporting::rotates])
            in.add("remark.rotation_without_limit", {}, clause::reporting::rotates,
                   clause::reporting::once_in_years_max);
        return;
    }
    const Facts facts{{"years", text_of(every)}, {"within", std::to_string(*within)}};
    if (*within < every.least) {
        in.add(in[clause::reporting::rotates] ? "contradiction.rotation_without_turn"
                                              : "contradiction.report_too_seldom",
               facts, clause::reporting::every_years, clause::reporting::rotates,
               clause::reporting::once_in_years_max);
        return;
    }
    const auto divides = [&] {
        for (std::int64_t year = every.least; year <= every.most; ++year)
            if (*within % year == 0) return true;
        return false;
    };
    if (in[clause::reporting::rotates] && !divides())
        in.add("remark.rotation_uneven", facts, clause::reporting::every_years, clause::reporting::rotates,
               clause::reporting::once_in_years_max);
}

void on_reports(Gathering& in) {
    on_rotation(in);
    if (in[clause::reporting::instruments].empty() &&
        (in[clause::reporting::maps_needs] || in[clause::reporting::common_template]))
        in.add("contradiction.reports_without_instrument", {}, clause::reporting::instruments,
               clause::reporting::common_template, clause::reporting::maps_needs);
    if (in[clause::reporting::accountability] == "after_binding_instrument" &&
        in[clause::framework::binding_track] == "none")
        in.add("remark.progress_never_measured", {}, clause::framework::binding_track,
               clause::reporting::accountability);
}

void on_languages(Gathering& in) {
    if (in[clause::languages::official].empty())
        in.add("contradiction.no_official_language", {}, clause::languages::official);
    for (const std::string& language : in[clause::languages::informal])
        if (!in.lists(clause::languages::official, language))
            in.add("remark.informal_language_not_official", {{"language", language}},
                   clause::languages::official, clause::languages::informal);
    const std::int64_t notice = in[clause::languages::notice_weeks],
                       documents = in[clause::languages::documents_weeks];
    if (documents > notice)
        in.add("remark.documents_before_notice",
               {{"documents", std::to_string(documents)}, {"notice", std::to_string(notice)}},
               clause::languages::notice_weeks, clause::languages::documents_weeks);
}

void on_capacity(Gathering& in) {
    if (in[clause::capacity::delivery] == "matching_hub" && !in[clause::capacity::matching])
        in.add("contradiction.hub_without_matching", {}, clause::capacity::delivery,
               clause::capacity::matching);
    if (in.find(clause::capacity::cycle_months) != nullptr && !in[clause::capacity::feedback])
        in.add("contradiction.cycle_without_feedback", {{"months", in.text(clause::capacity::cycle_months)}},
               clause::capacity::feedback, clause::capacity::cycle_months);
    if (in[clause::capacity::fund] == "none" &&
        (in[clause::capacity::sponsorship] || in[clause::capacity::fellowships]))
        in.add("remark.paid_from_no_fund", {}, clause::capacity::fund, clause::capacity::fellowships,
               clause::capacity::sponsorship);
}

void on_contacts(Gathering& in) {
    if (in.find(clause::contacts::ping_months) != nullptr && in[clause::contacts::levels].empty())
        in.add("contradiction.checks_of_nobody", {{"months", in.text(clause::contacts::ping_months)}},
               clause::contacts::levels, clause::contacts::ping_months);
    if (in[clause::contacts::mediation] == "convention_clause" &&
        in[clause::framework::binding_track] == "none")
        in.add("contradiction.clause_of_no_convention", {}, clause::framework::binding_track,
               clause::contacts::mediation);
}

} // namespace

void gather_on_work(Gathering& in) {
    on_chair(in);
    on_reports(in);
    on_languages(in);
    on_capacity(in);
    on_contacts(in);
}

} // namespace poa::charter
