// SPDX-License-Identifier: Apache-2.0
// What a browser needs to keep a report on the device. The words are here, so that they are translated; what
// they are said of is done by assets/islands/filling.ts.
#include "capabilities/national_reports/pages_reports_drawing.hpp"
#include "web/assets/assets.hpp"
#include "web/html.hpp"

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Html;
using web::Url;
using web::Visit;

Html word(std::string_view name, std::string_view text) {
    return li(data_value(name), text);
}

/// Facts for the script, then sentences.
Html words_of(const ReportHead* head, std::string_view section_key, std::int64_t reader, const Visit& visit) {
    const auto& in = visit.in;
    Html facts = word("reader", std::to_string(reader));
    if (head != nullptr) {
        facts += word("report", std::to_string(head->report));
        facts += word("section", section_key);
        facts += word("stage", head->stage);
        facts += word("survey", head->survey);
        facts += word("version", std::to_string(head->version));
        facts += word("title", head->name + ": " + head->survey_title + ", " + std::to_string(head->year));
    }
    return ul(
        hidden(), data_part("words"), facts, word("saved", in.tr("Saved")),
        word("kept", in.tr("Kept on this device, not sent yet. Answers: {n}")),
        word("unkept", in.tr("The line is gone. Not sent yet, and only in this window. Answers: {n}. Leave "
                             "it open, or keep the report on this device.")),
        word("beside", in.tr("Two texts stand beside each other: choose.")),
        word("choose", in.tr("Choose between them")),
        word("merged", in.tr("Merged with what somebody else wrote meanwhile.")),
        word("refused", in.tr("Not accepted. It stays here, and can be saved as a file. Answers: {n}")),
        word("signed_out", in.tr("You are no longer signed in. What you wrote is still here.")),
        word("sign_in", in.tr("Sign in in a new window, then send")),
        word("moved_on", in.tr("This report was put up or submitted meanwhile: {report}. Sending takes it "
                               "back to those who fill it in, or begins a revision. Press “Send now” if that "
                               "is meant.")),
        word("by_hand",
             in.tr("Not saved by itself: the report is with its approver, or released. Press “Save "
                   "this section” if it shall go back to those who fill it in.")),
        word("other_person",
             in.tr("Answers of somebody else wait on this device until that person signs in.")),
        word("keeping", in.tr("Keeping page {n} of {all} …")),
        word("not_kept", in.tr("The report could not be kept on this device now. Try again when the line is "
                               "back.")),
        word("here", in.tr("This report is kept on this device.")),
        word("lose", in.tr("Answers that were not sent: {n}. Remove them from this device all the same?")),
        word("leave", in.tr("Before you sign out: answers on this device were not sent. Send them, save them "
                            "as a file, or remove them.")));
}

} // namespace

Html draw_device_panel(const ReportHead* head, std::string_view section_key, std::int64_t reader,
                       const Visit& visit) {
    const auto& in = visit.in;
    const auto script_address = Url::same_site(web::assets::asset_path("filling.js"));
    return group(
        div(css("notice device"), id("device"), data_island("filling"), hidden(),
            words_of(head, section_key, reader, visit), p(role("status"), data_part("status")),
            ul(data_part("list"), hidden()),
            when(head != nullptr,
                 [&] {
                     return div(css("form-check"),
                                input(css("form-check-input"), type("checkbox"), id("keep-here"),
                                      data_part("keep"), aria_describedby("keep-here-hint")),
                                " ", label(for_("keep-here"), in.tr("Keep this report on this device")),
                                p(css("form-text"), id("keep-here-hint"),
                                  in.tr("To go on without a line. Whoever can use this device can then read "
                                        "the report: do not choose it on a shared one. It is removed when "
                                        "you sign out.")));
                 }),
            div(css("button-list"),
                button(css("btn btn-secondary"), type("button"), data_part("send"), hidden(),
                       in.tr("Send now")),
                " ",
                button(css("btn btn-secondary"), type("button"), data_part("file"), hidden(),
                       in.tr("Save as a file")),
                " ",
                button(css("btn btn-secondary"), type("button"), data_part("remove"), hidden(),
                       in.tr("Remove from this device")))),
        script(type("module"), src(script_address.value())));
}

} // namespace poa::national_reports
