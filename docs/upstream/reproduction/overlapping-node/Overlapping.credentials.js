exports.Overlapping = class {
	name = 'overlapping';
	displayName = 'Overlapping';
	properties = [{ displayName: 'API Key', name: 'apiKey', type: 'string', default: '' }];
	authenticate = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}' } },
	};
};
