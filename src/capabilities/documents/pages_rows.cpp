// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/pages_rows.hpp"

#include "base/text.hpp"

namespace poa::documents {
namespace {

std::string_view mark_name(Mark::Kind kind) {
    switch (kind) {
    case Mark::Kind::emphasis:
        return "emphasis";
    case Mark::Kind::strong:
        return "strong";
    case Mark::Kind::note:
        return "note";
    case Mark::Kind::symbol:
        return "symbol";
    case Mark::Kind::link:
        return "link";
    }
    return "emphasis";
}

} // namespace

ListedDocument listed(const Document& document) {
    ListedDocument row{document.slug,
                       document.symbol,
                       document.title,
                       document.kind,
                       document.day,
                       {},
                       document.submitted_by,
                       document.submitted_by_name,
                       std::string(name_of(document.audience)),
                       address_of(document),
                       document.withdrawn_at.has_value(),
                       document.changed_at};
    for (Language language : document.original_languages)
        row.original_languages.emplace_back(code_of(language));
    return row;
}

ListedVersion listed(const Version& version) {
    return {std::string(code_of(version.language)),
            version.number,
            version.is_current,
            std::string(name_of(version.translation)),
            version.translator,
            version.source_digest.hex(),
            version.source_file_name,
            version.imported_at,
            version.imported_by,
            version.passages};
}

ReplyRow row_of(const StoredReply& reply, const Document& document) {
    return {reply.anchor, reply.name,
            reply.state,  std::string(reply.language ? code_of(*reply.language) : ""),
            reply.day,    address_of(document) + "/sections/" + percent_encode(reply.anchor, true)};
}

PassageRow row_of(const PassageView& passage, Marks marks) {
    PassageRow row{passage.key.ordinal(),
                   std::string(passage.anchor),
                   std::string(passage.label),
                   std::string(name_of(passage.kind)),
                   passage.level,
                   std::string(passage.number),
                   std::string(passage.reply),
                   std::string(passage.section),
                   std::string(passage.text),
                   {}};
    if (marks == Marks::left_out || passage.marks.empty()) return row;
    std::vector<Mark> read = read_marks(passage.marks);
    row.marks.reserve(read.size());
    for (Mark& mark : read)
        row.marks.push_back({std::string(mark_name(mark.kind)), mark.begin, mark.end, std::move(mark.target),
                             std::move(mark.anchor)});
    return row;
}

PassageRange range_after(const Version& version, std::int64_t after) {
    std::int64_t first = std::clamp<std::int64_t>(after, -1, after_passage_max - 1) + 1;
    return {PassageKey::of(version.id, static_cast<std::size_t>(first)),
            PassageKey::of(version.id, PassageKey::ordinals - 1)};
}

std::string cited_whole_or_reply(storage::Session& session, VersionId id, std::string_view anchor,
                                 std::string* address) {
    auto version = find_version(session, id);
    auto document = version ? find_document(session, version->document) : std::nullopt;
    if (!document) return {};
    std::string text = document->cited_as();
    *address = address_of(*document);
    if (!anchor.empty()) {
        *address += "/sections/" + percent_encode(anchor, true);
        for (const StoredReply& reply : read_replies(session, id))
            if (reply.anchor == anchor) text += ", " + reply.name;
    }
    return text;
}

Result<ChosenText> choose_text(storage::Session& session, const web::Visit& visit, std::string_view slug,
                               std::string_view language, std::int64_t number) {
    auto document = visible(session, visit, slug);
    if (!document) return refuse(document.error());
    auto version = version_for(session, *document, visit, language, number);
    if (!version) return refuse(version.error());
    return ChosenText{std::move(*document), std::move(*version)};
}

} // namespace poa::documents
