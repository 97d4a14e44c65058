// SPDX-License-Identifier: Apache-2.0
#include "app/log.hpp"

#include "base/json.hpp"
#include "base/time.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace poa::app::log {
namespace {

spdlog::level::level_enum spdlog_level(Level level) {
    switch (level) {
    case Level::debug:
        return spdlog::level::debug;
    case Level::info:
        return spdlog::level::info;
    case Level::warn:
        return spdlog::level::warn;
    case Level::error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

spdlog::logger& logger() {
    static const std::shared_ptr<spdlog::logger> only = [] {
        auto made = spdlog::stderr_logger_mt("poa");
        made->set_pattern("%v");
        return made;
    }();
    return *only;
}

} // namespace

void start(std::string_view level) {
    logger().set_level(spdlog::level::from_str(std::string(level)));
}

void write(Level level, std::string_view event,
           std::initializer_list<std::pair<std::string_view, std::string_view>> facts) {
    if (!logger().should_log(spdlog_level(level))) return;
    std::string line;
    JsonWriter json(line);
    json.begin_object().key("time").value(iso(SystemClock().now(), true));
    json.key("level")
        .value(spdlog::level::to_string_view(spdlog_level(level)).data())
        .key("event")
        .value(event);
    for (const auto& [name, value] : facts) json.key(name).value(value);
    json.end_object();
    logger().log(spdlog_level(level), "{}", line);
}

void finish() {
    logger().flush();
}

} // namespace poa::app::log
