// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/papers.hpp"

#include "base/text.hpp"

namespace poa::views {
namespace {

constexpr int papers_max = 200;
constexpr int passages_max = 20'000;

Paper paper_of(storage::Session& session, const documents::Document& document, documents::PassageKey first,
               documents::PassageKey last) {
    std::vector<PassageText> passages;
    for (documents::StoredPassage& stored : documents::read_passages(session, first, last, passages_max))
        passages.push_back({std::move(stored.passage.anchor), std::move(stored.passage.text)});
    return {document.slug, document.cited_as(), QuoteFinder(std::move(passages))};
}

void add_whole(storage::Session& session, const documents::Document& document, std::vector<Paper>& papers) {
    const documents::Language wanted[] = {documents::Language::english};
    auto versions = documents::versions_of(session, document.id);
    auto version = documents::choose_version(versions, wanted);
    if (!version) return;
    papers.push_back(paper_of(session, document, documents::PassageKey::of(version->id, 0),
                              documents::PassageKey::of(version->id, documents::PassageKey::ordinals - 1)));
}

std::vector<documents::Document> listed(storage::Session& session, const std::string& submitted_by) {
    documents::DocumentFilter filter;
    filter.submitted_by = submitted_by;
    return documents::list_documents(session, documents::Reader(), filter, {}, papers_max);
}

} // namespace

std::vector<Paper> papers_of(storage::Session& session, const PositionActor& actor) {
    std::vector<Paper> papers;
    if (actor.kind == ActorKind::state) {
        for (const documents::ReplyListed& listed_reply :
             documents::replies_of_state(session, documents::Reader(), actor.code, papers_max))
            papers.push_back(
                paper_of(session, listed_reply.document, listed_reply.reply.first, listed_reply.reply.last));
        for (const documents::Document& document : listed(session, actor.key))
            if (!document.withdrawn_at) add_whole(session, document, papers);
        return papers;
    }
    const std::string by_name = "organisation:" + slug(actor.name);
    for (const documents::Document& document : listed(session, {})) {
        const bool may_be_its = document.submitted_by.empty() || document.submitted_by == actor.key ||
                                document.submitted_by == by_name;
        if (!document.withdrawn_at && may_be_its && document.kind == "paper")
            add_whole(session, document, papers);
    }
    return papers;
}

const Paper* paper_holding(const std::vector<Paper>& papers, const std::vector<std::string_view>& quotes) {
    const Paper* best = nullptr;
    std::size_t most = 0;
    for (const Paper& paper : papers) {
        std::size_t held = 0;
        for (std::string_view quote : quotes) held += paper.finder.find(quote, {}).times > 0;
        if (held > most) {
            best = &paper;
            most = held;
        }
    }
    return best;
}

} // namespace poa::views
