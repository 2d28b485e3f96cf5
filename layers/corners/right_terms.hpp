// What a register, a sheet or a feature says, as printed, of the days from and until which a right holds and of the
// elevations between which it does, and of what is applied for (申请事项); what that is, is told by the heading of the
// column or the name of the field (有效期止, 有效期限, 开采标高, 采深上限). read_days(): 2030-01-01,
// 自2019年3月31日至2029年3月31日; one day under 有效期 is its end (end_assumed). read_elevations(): 1250m-980m,
// 由1250米至-80米标高, in metres, as written; a depth below the ground (开采深度 0-270) is none. Nothing where a text
// cannot be read whole.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/date.hpp"

namespace redline {

enum class TermPart { valid_from, valid_to, validity, top, bottom, elevations, action, licence_no, name, holder };

struct PrintedTerm {
  TermPart part;
  std::string heading, text;  // text: not empty
};

struct ReadDays {
  std::optional<Date> from, to;
  bool end_assumed = false;
};

std::optional<TermPart> part_of_term(std::string const& heading);
bool may_be_heights(std::string const& heading);                // 标高: where it is one number, that of each corner
bool is_left_open(std::string const& text);                     // empty, "/", 无
bool is_one_number(std::string const& text);                    // 1250, 1250m
void add_term(std::vector<PrintedTerm>& all, PrintedTerm one);  // unless it is there or left open
std::optional<ReadDays> read_days(TermPart part, std::string const& text);
std::optional<double> read_elevation(std::string const& text);
std::optional<std::pair<double, double>> read_elevations(PrintedTerm const& term);

}  // namespace redline
