// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/register_source.hpp"

#include "capabilities/acquis/acquis.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/national_reports/keeping.hpp"
#include "capabilities/national_reports/permissions.hpp"

#include <algorithm>
#include <set>

namespace poa::national_reports {
namespace {

std::optional<identity::Body> body_in(const std::string& text, const members::Register& states) {
    const auto body = identity::Body::parse(text);
    if (!body) return std::nullopt;
    const bool is_state = body->kind() == identity::Body::Kind::state && states.by_iso3(body->code());
    const bool is_organisation =
        body->kind() == identity::Body::Kind::organisation && states.organisation(body->code());
    return is_state || is_organisation ? body : std::nullopt;
}

/// A document that everybody may read: pointing at another would tell that it is there.
std::optional<documents::Document> public_document(storage::Session& session, const std::string& symbol) {
    auto found = documents::find_document_by_symbol(session, symbol);
    if (!found || found->audience != Audience::everyone || found->withdrawn_at) return std::nullopt;
    return found;
}

bool has_passage(storage::Session& session, const std::vector<documents::Version>& versions,
                 const std::string& anchor) {
    return std::ranges::any_of(versions, [&](const documents::Version& version) {
        return documents::find_passage(session, version.id, anchor).has_value();
    });
}

void check_passages(storage::Session& session, const documents::Document& document,
                    const std::vector<SourcePassage>& passages, Refusal& problems) {
    const auto framework = acquis::framework_now(session);
    const auto versions = documents::versions_of(session, document.id);
    std::set<std::string> told;
    for (const SourcePassage& passage : passages) {
        if (framework.item(passage.item) == nullptr && told.insert(passage.item).second)
            problems.add_field("passages", "national_reports.no_such_item", {{"item", passage.item}});
        if (!has_passage(session, versions, passage.anchor) && told.insert(passage.anchor).second)
            problems.add_field("passages", "national_reports.no_such_passage", {{"anchor", passage.anchor}});
    }
}

void record(ledger::Work& work, const identity::Permit& permit, const KeptSource& source) {
    ledger::Entry entry;
    entry.act = "national_reports.register_source";
    entry.on_behalf = permit.on_behalf();
    entry.subject = source.body;
    entry.audience = Audience::everyone;
    entry.person = source.person;
    entry.facts = {{"year", std::to_string(source.year)},
                   {"symbol", source.symbol},
                   {"passages", std::to_string(source.passages.size())}};
    work.record(entry);
}

} // namespace

const Input<RegisterSource>& input_of(Of<RegisterSource>) {
    static const auto input = Input<RegisterSource>("national_reports.register_source")
                                  .line("body", &RegisterSource::body,
                                        {.label = N_("Whose report it is"),
                                         .hint = N_("state: and three letters, or organisation: and its key"),
                                         .characters_max = 80})
                                  .number("year", &RegisterSource::year,
                                          {.label = N_("Year it reports on"), .least = 2000, .most = 2200})
                                  .line("symbol", &RegisterSource::symbol,
                                        {.label = N_("Symbol of the document"),
                                         .hint = N_("It has to be on the record here, for everybody."),
                                         .characters_max = 80})
                                  .multiline("passages", &RegisterSource::passages,
                                             {.label = N_("Passages and what they are about"),
                                              .hint = N_("One a line: norm-f: 13 (f)"),
                                              .required = false,
                                              .characters_max = 20'000});
    return input;
}

Result<KeptSource> register_source(ledger::Work& work, const identity::Actor& actor,
                                   const RegisterSource& request, const members::Register& states) {
    if (auto may = may_act(actor, "national_reports.register_source"); !may) return refuse(may.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    const auto body = body_in(request.body, states);
    if (!body) problems.add_field("body", "national_reports.no_such_body", {{"value", request.body}});
    if (body) {
        auto permit = permissions().check("national_reports.register_source", actor, *body);
        if (!permit) return refuse(permit.error());
    }
    const auto document = public_document(work.session(), request.symbol);
    if (!document)
        problems.add_field("symbol", "national_reports.no_such_public_document",
                           {{"symbol", request.symbol}});
    auto passages = read_source_passages(request.passages, "passages", problems);
    if (document) check_passages(work.session(), *document, passages, problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    const auto permit = permissions().check("national_reports.register_source", actor, *body);
    if (auto holds = identity::still_holds(work.session(), actor, *permit, work.now()); !holds)
        return refuse(holds.error());
    for (const KeptSource& known : store::sources(work.session(), request.year, body->text()))
        if (known.document == document->slug)
            return refuse(Refusal::because(Refusal::Kind::conflict, "national_reports.source_stands")
                              .with("source", std::to_string(known.id.number)));
    KeptSource source{{},       body->text(),        request.year,          document->slug, document->symbol,
                      passages, permit->on_behalf(), actor.person().number, work.now(),     {}};
    source.id = store::add_source(work.session(), source);
    record(work, *permit, source);
    return source;
}

} // namespace poa::national_reports
