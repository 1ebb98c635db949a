// Everything that Alongside runs on, in one resource group. Deployed by `atk provision` (m365agents.yml)
// or by `az deployment group create`; docs/deploy.md says how.
targetScope = 'resourceGroup'

@description('Name of the environment, such as dev or prod.')
@minLength(2)
@maxLength(7)
param environmentName string

@description('Where everything lies.')
param location string = resourceGroup().location

@description('What people see as the name of the bot.')
@maxLength(42)
param botDisplayName string

@description('Client id of the registration that the tab signs in to.')
param tabClientId string

@description('Tenants whose people may come in, with commas between.')
param tenants string = tenant().tenantId

@description('Which Teams: it decides the hosts that may speak to the bot.')
@allowed(['public', 'gcc', 'gcch', 'dod'])
param cloud string = 'public'

@description('Where people come from beside an HR export: graph needs User.Read.All for the identity (docs/people.md).')
@allowed(['none', 'graph'])
param directory string = 'none'

@description('Object id of the Entra group that administers the database.')
param sqlAdministratorObjectId string

@description('Name of that group.')
param sqlAdministratorName string

@description('Size of the App Service plan.')
param appServiceSku string

@description('Number of instances.')
@minValue(1)
@maxValue(8)
param appServiceInstances int

@description('Size of the database.')
param sqlSku object

@description('Whether the database has a copy in a second zone.')
param sqlZoneRedundant bool

@description('Days that logs are kept.')
@minValue(30)
@maxValue(365)
param logRetentionDays int

var suffix = uniqueString(resourceGroup().id, environmentName)
var baseName = 'alongside-${environmentName}-${suffix}'
var webAppName = 'app-${baseName}'
var domain = '${webAppName}.azurewebsites.net'
var tags = {
  application: 'alongside'
  environment: environmentName
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: 'id-${baseName}'
    location: location
    tags: tags
  }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: {
    name: baseName
    location: location
    tags: tags
    retentionDays: logRetentionDays
  }
}

module keyVault 'modules/key-vault.bicep' = {
  name: 'key-vault'
  params: {
    // Names of vaults have at most 24 characters.
    name: 'kv-${environmentName}-${suffix}'
    location: location
    tags: tags
    cryptoUserId: identity.outputs.principalId
    workspaceId: logs.outputs.workspaceId
  }
}

module sql 'modules/sql.bicep' = {
  name: 'sql'
  params: {
    name: 'sql-${baseName}'
    location: location
    tags: tags
    administratorObjectId: sqlAdministratorObjectId
    administratorName: sqlAdministratorName
    sku: sqlSku
    zoneRedundant: sqlZoneRedundant
    workspaceId: logs.outputs.workspaceId
  }
}

module appService 'modules/app-service.bicep' = {
  name: 'app-service'
  params: {
    name: webAppName
    location: location
    tags: tags
    sku: appServiceSku
    instances: appServiceInstances
    identityId: identity.outputs.id
    workspaceId: logs.outputs.workspaceId
    settings: {
      NODE_ENV: 'production'
      ALONGSIDE_PUBLIC_URL: 'https://${domain}'
      ALONGSIDE_TENANTS: tenants
      ALONGSIDE_CLOUD: cloud
      ALONGSIDE_DIRECTORY: directory
      BOT_ID: identity.outputs.clientId
      BOT_TENANT_ID: identity.outputs.tenantId
      BOT_TYPE: 'UserAssignedMsi'
      TAB_CLIENT_ID: tabClientId
      ALONGSIDE_MSSQL: 'Server=${sql.outputs.serverDomain};Database=${sql.outputs.databaseName};Authentication=Active Directory MSI;User Id=${identity.outputs.clientId};Encrypt=true'
      ALONGSIDE_WRAPPING_KEY: keyVault.outputs.wrappingKeyId
      AZURE_CLIENT_ID: identity.outputs.clientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: logs.outputs.connectionString
      LOG_LEVEL: 'info'
    }
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: 'bot-${baseName}'
    tags: tags
    displayName: botDisplayName
    domain: appService.outputs.domain
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    identityTenantId: identity.outputs.tenantId
    workspaceId: logs.outputs.workspaceId
  }
}

// The toolkit writes outputs into infra/environments/.env.<environment>, in capitals: the names are those
// that the app package and m365agents.yml ask for.
output BOT_ID string = identity.outputs.clientId
output BOT_TENANT_ID string = identity.outputs.tenantId
output BOT_DOMAIN string = appService.outputs.domain
output ALONGSIDE_PUBLIC_URL string = 'https://${appService.outputs.domain}'
output AZURE_APP_SERVICE_RESOURCE_ID string = appService.outputs.id
output SQL_SERVER string = sql.outputs.serverDomain
output SQL_DATABASE string = sql.outputs.databaseName
output APP_IDENTITY_NAME string = identity.outputs.name
