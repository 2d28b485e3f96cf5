// Names of columns of areas that no list holds, by the words they are made of: an area (面积) of done work is what was
// restored (修复面积, 治理完成面积, 已完成整治面积), one of acceptance what was accepted (已通过验收面积, 销号面积).
// Each word of the name must be one of work, of its being done, or of what was worked on (生态, 植被): a name with any
// other (未治理面积, 计划整改面积, 拆除面积) is no such one.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "layers/restoration/meanings.hpp"

namespace redline {

std::size_t meaning_by_words(std::string const& name);  // M_VALUE, M_ACCEPTED_AREA; MEANING_COUNT: neither
bool says_done(std::string const& name);                // 已治理面积, 完成面积, 实际治理面积
bool says_treated(std::string const& name);  // 治理面积, 本年复垦面积: when it is accepted it was restored, too

}  // namespace redline
