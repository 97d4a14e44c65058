// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/commands/compile_text.hpp"

#include "capabilities/decisions/changing_amendments.hpp"
#include "capabilities/decisions/compiling.hpp"

namespace poa::decisions {
namespace {

std::string numbers_of(const std::vector<std::int64_t>& numbers) {
    std::string out;
    for (const std::int64_t number : numbers) out += (out.empty() ? "" : " ") + std::to_string(number);
    return out;
}

/// Paragraphs that stood when the sender looked must read as they did then.
Result<void> check_seen(storage::Session& session, const TextAtWork& open, const Compiled& compiled) {
    if (!open.is_stale()) return {};
    for (const std::string& key : compiled.paragraphs)
        if (find(open.text, key))
            if (auto same = reads_as_seen(session, open, key); !same) return same;
    return {};
}

} // namespace

const Input<CompileText>& input_of(Of<CompileText>) {
    static const auto input =
        Input<CompileText>("decisions.compile_text")
            .id("proposal", &CompileText::proposal)
            .number("version", &CompileText::version, {.label = N_("Version"), .least = 1})
            .tick("attribution", &CompileText::attribution,
                  {.label = N_("With the names of States, where they are attributed")});
    return input;
}

Result<TextChanged> compile_text(ledger::Work& work, const identity::Actor& actor,
                                 const CompileText& request) {
    auto permit = act_for_chair(work, actor, "decisions.compile_text");
    if (!permit) return refuse(permit.error());
    auto open = open_text(work, actor, request.proposal, TextAct::amend, request.version);
    if (!open) return refuse(open.error());
    storage::Session& session = work.session();
    const CompilingNeeds needs{
        [&](std::string_view key) { return store::last_place(session, request.proposal, key); },
        [&] { return store::next_key(session, request.proposal); }};
    const auto amendments = store::open_amendments(session, request.proposal);
    const Compiled compiled = compile(open->text, amendments, request.attribution, needs);
    if (compiled.taken.empty()) return refuse(Refusal::Kind::rule, "decisions.nothing_to_compile");
    if (auto seen = check_seen(session, *open, compiled); !seen) return refuse(seen.error());
    store::Version version;
    version.cause = "compiled";
    const std::int64_t newest = save_text(work, actor, *open, compiled.text, version);
    for (const std::int64_t number : compiled.taken)
        store::end_amendment(session, request.proposal, number, AmendmentStage::superseded, newest,
                             work.now());
    ledger::Entry entry = text_entry("decisions.compile_text", *permit, actor, *open);
    entry.facts.emplace_back("amendments", numbers_of(compiled.taken));
    entry.facts.emplace_back("attribution", request.attribution ? "yes" : "no");
    work.record(entry);
    return TextChanged{request.proposal, newest, {}, 0};
}

} // namespace poa::decisions
