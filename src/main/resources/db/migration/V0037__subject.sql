-- What complaints are about: a tree of any depth. A row is one version of one subject; a complaint keeps the row it was sorted by, so a change
-- never touches a row that may be in use but closes it and makes the next.
create table subject (
    id bigint generated always as identity primary key,
    -- the same over all versions
    code text collate "C" not null check (code ~ '^[0-9A-Z]{2,24}$'),
    -- code of the subject above, null at the top
    parent text collate "C" check (parent <> code),
    name text not null check (length(name) between 1 and 60),
    -- suffix of the department that answers, at whatever unit the complaint is handled; null where the desk decides
    department text check (department ~ '^-[0-9]{2,4}$'),
    -- which clock runs, null for that of the route it is given
    term text,
    -- names of the laws it rests on
    basis text not null default '' check (length(basis) <= 300),
    valid_from date not null,
    -- first day on which another version holds, or none; the same day as valid_from if it was replaced on the day it was made
    valid_to date check (valid_to >= valid_from),
    made_by uuid,
    made_at timestamptz not null
);

create unique index subject_open_idx on subject (code) where valid_to is null;

create index subject_code_idx on subject (code, id);

-- Counts the changes of the tree: one row, taken by every writer, so that a preview that is no longer true is noticed.
create table subject_tree (
    one boolean primary key default true check (one),
    version bigint not null default 0
);

insert into subject_tree default values;

-- A file of subjects that was read but not yet confirmed; gone after a day.
create table subject_import (
    id uuid primary key,
    staff uuid,
    file text not null,
    made_at timestamptz not null,
    -- day from which its changes hold
    day date not null,
    lines jsonb not null,
    confirmed_at timestamptz
);

-- What new residents usually bring forward. Laws by their names; articles are for the officer who applies them.
insert into subject (code, parent, name, department, term, basis, valid_from, made_at)
select code, parent, name, department, term, basis, date '2018-01-01', timestamptz '2018-01-01 00:00:00+08'
from (values
    ('01', null, '劳动就业与社会保险', null, null, ''),
    ('0101', '01', '劳动报酬', null, null, ''),
    ('010101', '0101', '工资支付争议', '-01', 'proceeding', '《中华人民共和国劳动争议调解仲裁法》'),
    ('010102', '0101', '拖欠农民工工资', '-01', 'duty', '《保障农民工工资支付条例》'),
    ('010103', '0101', '加班费与休息休假', '-01', 'proceeding', '《中华人民共和国劳动法》《中华人民共和国劳动争议调解仲裁法》'),
    ('0102', '01', '劳动合同订立与解除', '-01', 'proceeding', '《中华人民共和国劳动合同法》《中华人民共和国劳动争议调解仲裁法》'),
    ('0103', '01', '社会保险', null, null, ''),
    ('010301', '0103', '社会保险参保缴费', '-01', 'duty', '《中华人民共和国社会保险法》'),
    ('010302', '0103', '工伤认定与待遇', '-01', 'proceeding', '《工伤保险条例》'),
    ('0104', '01', '职业病防治', '-07', 'duty', '《中华人民共和国职业病防治法》'),
    ('0105', '01', '招聘与职业中介', '-01', 'duty', '《中华人民共和国就业促进法》《人力资源市场暂行条例》'),
    ('02', null, '居住登记与证件', null, null, ''),
    ('0201', '02', '居住证办理', '-10', 'proceeding', '《居住证暂行条例》'),
    ('0202', '02', '户口迁移', '-10', 'proceeding', '《中华人民共和国户口登记条例》'),
    ('0203', '02', '新市民公共服务', '-03', 'petition-handling', '《居住证暂行条例》'),
    ('03', null, '子女教育', null, null, ''),
    ('0301', '03', '子女入学', '-08', 'petition-handling', '《中华人民共和国义务教育法》'),
    ('0302', '03', '转学与学籍', '-08', 'petition-handling', '《中华人民共和国义务教育法》'),
    ('0303', '03', '幼儿园入园与收费', '-08', 'petition-handling', '《中华人民共和国学前教育法》'),
    ('0304', '03', '校外培训', '-08', 'duty', '《中华人民共和国教育法》'),
    ('04', null, '住房与出租房屋', null, null, ''),
    ('0401', '04', '租金押金与租赁合同', '-06', 'proceeding', '《中华人民共和国民法典》'),
    ('0402', '04', '出租房屋安全', '-06', 'duty', '《住房租赁条例》《中华人民共和国消防法》'),
    ('0403', '04', '公共租赁住房', '-06', 'proceeding', '《公共租赁住房管理办法》'),
    ('0404', '04', '物业服务', '-06', 'petition-handling', '《物业管理条例》'),
    ('05', null, '医疗卫生', null, null, ''),
    ('0501', '05', '医疗服务与收费', '-07', 'petition-handling', '《中华人民共和国基本医疗卫生与健康促进法》'),
    ('0502', '05', '医疗纠纷', '-07', null, '《医疗纠纷预防和处理条例》'),
    ('0503', '05', '预防接种', '-09', 'petition-simple', '《中华人民共和国疫苗管理法》'),
    ('0504', '05', '基本公共卫生服务', '-09', 'petition-handling', '《中华人民共和国基本医疗卫生与健康促进法》'),
    ('0505', '05', '无证行医', '-07', 'duty', '《医疗机构管理条例》'),
    ('06', null, '环境保护', null, null, ''),
    ('0601', '06', '建筑施工噪声', '-06', 'duty', '《中华人民共和国噪声污染防治法》'),
    ('0602', '06', '社会生活噪声', '-10', 'duty', '《中华人民共和国噪声污染防治法》'),
    ('0603', '06', '工业废气废水', null, 'duty', '《中华人民共和国大气污染防治法》《中华人民共和国水污染防治法》'),
    ('0604', '06', '生活垃圾与环境卫生', '-05', 'petition-simple', '《中华人民共和国固体废物污染环境防治法》《城市市容和环境卫生管理条例》'),
    ('07', null, '市政设施与交通', null, null, ''),
    ('0701', '07', '道路与路灯', '-06', 'petition-simple', '《城市道路管理条例》'),
    ('0702', '07', '供水与燃气', '-06', 'petition-handling', '《城市供水条例》《城镇燃气管理条例》'),
    ('0703', '07', '公共交通', '-05', 'petition-handling', '《城市公共交通条例》'),
    ('0704', '07', '占道与违法停车', '-10', 'duty', '《中华人民共和国道路交通安全法》'),
    ('0705', '07', '违法建设', '-06', 'duty', '《中华人民共和国城乡规划法》'),
    ('08', null, '消费维权', null, null, ''),
    ('0801', '08', '商品与服务质量', '-11', 'duty', '《中华人民共和国消费者权益保护法》《中华人民共和国产品质量法》'),
    ('0802', '08', '食品安全', '-11', 'duty', '《中华人民共和国食品安全法》'),
    ('0803', '08', '价格与收费', '-11', 'duty', '《中华人民共和国价格法》'),
    ('0804', '08', '预付式消费', '-11', 'duty', '《中华人民共和国消费者权益保护法实施条例》'),
    ('09', null, '治安与权益保护', null, null, ''),
    ('0901', '09', '治安案件办理', '-10', 'proceeding', '《中华人民共和国治安管理处罚法》'),
    ('0902', '09', '家庭暴力与未成年人保护', '-10', 'duty', '《中华人民共和国反家庭暴力法》《中华人民共和国未成年人保护法》'),
    ('0903', '09', '个人信息保护', '-10', 'duty', '《中华人民共和国个人信息保护法》'),
    ('0904', '09', '法律援助', '-05', 'petition-handling', '《中华人民共和国法律援助法》'),
    ('10', null, '救助与公共服务', null, null, ''),
    ('1001', '10', '临时救助与最低生活保障', '-05', 'proceeding', '《社会救助暂行办法》'),
    ('1002', '10', '残疾人与老年人服务', '-05', 'petition-handling', '《中华人民共和国残疾人保障法》《中华人民共和国老年人权益保障法》'),
    ('1003', '10', '政务公开与办事指南', '-05', 'petition-handling', '《中华人民共和国政府信息公开条例》'),
    ('11', null, '咨询与建议', null, null, ''),
    ('1101', '11', '政策咨询', '-03', 'inquiry', '《信访工作条例》'),
    ('1102', '11', '意见建议', null, 'suggestion', '《信访工作条例》'),
    ('12', null, '工作作风与检举控告', null, null, ''),
    ('1201', '12', '检举控告', null, null, '《中华人民共和国监察法》《信访工作条例》'),
    ('1202', '12', '服务态度与办事效率', null, 'petition-handling', '《信访工作条例》'),
    ('13', null, '诉讼与复议', null, null, ''),
    ('1301', '13', '诉讼与执行', null, 'proceeding', '《中华人民共和国民事诉讼法》《中华人民共和国行政诉讼法》'),
    ('1302', '13', '行政复议', null, 'proceeding', '《中华人民共和国行政复议法》')
) as seed (code, parent, name, department, term, basis);
