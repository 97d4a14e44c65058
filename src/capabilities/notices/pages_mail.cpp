// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/pages_mail.hpp"

#include "capabilities/notices/pages_words.hpp"
#include "web/drawing.hpp"

namespace poa::notices {
namespace {

using namespace web::drawing;

/// A line of a mail: words, and where they lead.
struct MailLine {
    std::string words;
    std::string address = {}; ///< whole; empty: the line leads nowhere
};

std::string plain_of(const std::vector<MailLine>& lines) {
    std::string text;
    for (const MailLine& line : lines) {
        text += line.words;
        if (!line.address.empty()) text += "\r\n" + line.address;
        text += "\r\n\r\n";
    }
    return text;
}

std::string html_of(const std::vector<MailLine>& lines, const std::string& subject, const web::Wording& in) {
    Html paragraphs;
    for (const MailLine& line : lines) {
        const auto address = Url::outside(line.address);
        if (address)
            paragraphs += p(a(href(*address), line.words));
        else
            paragraphs += p(line.words);
    }
    const Html whole = html_(lang(in.code()), dir(is_right_to_left(in.language()) ? "rtl" : "ltr"),
                             head(meta(charset("utf-8")), title(subject)), body(paragraphs));
    return "<!doctype html>" + whole.text();
}

MailText text_of(const Letterhead& letterhead, std::string_view topic, std::vector<MailLine> lines,
                 const web::Wording& in) {
    const std::string name(in.tr(std::string_view(letterhead.platform_name)));
    std::string subject = name + ": " + std::string(topic);
    if (letterhead.exercise) {
        subject = std::string(in.tr("Exercise")) + " · " + subject;
        lines.insert(lines.begin(), MailLine{std::string(
                                        in.tr("Exercise. The States, people and texts here are invented."))});
    }
    std::string plain = plain_of(lines), html = html_of(lines, subject, in);
    return {std::string(in.code()), std::move(subject), std::move(plain), std::move(html)};
}

const web::Wording& wording_of(const std::string& language) {
    return web::Wording::in(web::parse_language(language).value_or(web::Language::en));
}

} // namespace

MailText draw_mail(const Letterhead& head, const KeptNotice& kept, const std::string& language) {
    const web::Wording& in = wording_of(language);
    const NoticeKindSpec& spec = spec_of(kept.notice.kind);
    std::vector<MailLine> lines;
    lines.push_back({sentence_of(spec.kind, kept.notice.year, kept.notice.until, in)});
    lines.push_back({std::string(in.tr("Read it on the platform:")), head.public_url + kept.notice.address});
    lines.push_back({std::string(spec.is_optional
                                     ? in.tr("All your notices, and which of them are sent by mail:")
                                     : in.tr("All your notices (this kind is always sent by mail as well):")),
                     head.public_url + "/my-notices"});
    lines.push_back({std::string(in.tr("This mail was sent by a program. Nobody reads answers to it."))});
    return text_of(head, in.tr(spec.title), std::move(lines), in);
}

MailText draw_test_mail(const Letterhead& head, const std::string& language) {
    const web::Wording& in = wording_of(language);
    return text_of(head, in.tr("Mail from this platform arrives"),
                   {{std::string(in.tr("This is a test. If you read it, the platform can send mail."))},
                    {head.public_url, head.public_url}},
                   in);
}

} // namespace poa::notices
