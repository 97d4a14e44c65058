// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/commands/keep_claims.hpp"

#include "base/json.hpp"
#include "capabilities/views/permissions.hpp"
#include "capabilities/views/standing.hpp"

namespace poa::views {
namespace {

std::string write_claims(const ClaimsFile& file) {
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("title").value(file.title).key("version").value(file.version);
    json.key("document").value(file.document).key("sections").begin_array();
    for (const ClaimSection& section : file.sections)
        json.begin_object().key("key").value(section.key).key("title").value(section.title).end_object();
    json.end_array().key("claims").begin_array();
    for (const ClaimText& claim : file.claims) {
        json.begin_object().key("id").value(claim.id).key("paragraph").value(claim.paragraph);
        json.key("section").value(claim.section);
        json.key("published_quantifier").value(claim.published_quantifier);
        json.key("claim").value(claim.claim).key("note").value(claim.note).key("parts").begin_array();
        for (const ClaimText::Part& part : claim.parts)
            json.begin_object().key("name").value(part.name).key("formula").value(part.formula).end_object();
        json.end_array().end_object();
    }
    json.end_array().end_object();
    return out;
}

} // namespace

Result<KeptReference> keep_claims(ledger::Work& work, const identity::Actor& actor, const std::string& text) {
    auto permit = permissions().check("views.keep_claims", actor);
    if (!permit) return refuse(permit.error());
    auto file = parse_claims(text);
    if (!file) return refuse(file.error());
    auto questions = store::questions(work.session());
    if (!questions) return refuse(Refusal::Kind::rule, "views.no_questions");
    if (auto kept = store::reference(work.session(), "claims"))
        if (auto known = parse_claims(kept->content)) fill_from(*file, *known);
    fill_from(*file, shipped_claims());
    auto ready = ready_claims(file->claims, file->sections, *questions->questions);
    if (!ready) return refuse(ready.error());
    return keep_reference(work, *permit, actor, "views.keep_claims", "claims", write_claims(*file),
                          file->claims.size());
}

} // namespace poa::views
